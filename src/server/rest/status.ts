import type { CuadroError } from '../../model/error.ts';

/** The HTTP status of each error code that has one of its own. */
export const statusByCode: Readonly<Record<string, number>> = {
  input_invalid: 400,
  body_unreadable: 400,
  unauthenticated: 401,
  forbidden: 403,
  origin_refused: 403,
  route_unknown: 404,
  upload_unknown: 404,
  batch_unknown: 404,
  unknown_kpi: 404,
  unknown_operation: 404,
  method_not_allowed: 405,
  batch_already_undone: 409,
  export_folder_not_empty: 409,
  file_exists: 409,
  kpi_id_taken: 409,
  upload_offset: 409,
  kpi_version_kept: 409,
  body_too_large: 413,
  compression_bomb: 413,
  mapping_too_large: 413,
  upload_too_large: 413,
  body_type_unsupported: 415,
  host_unknown: 421,
  upload_busy: 423,
  too_many_requests: 429,
  // As tus writes it.
  upload_damaged: 460,
  // Whoever asked has gone, as nginx writes it; nobody reads it.
  cancelled: 499,
  // What whoever runs the installation must mend: no business of whoever asks.
  folder_not_writable: 500,
  internal_error: 500,
  kpi_file_unreadable: 500,
  page_failed: 500,
  settings_not_yaml: 500,
  settings_unreadable: 500,
  store_too_new: 500,
  store_unreadable: 500,
  warehouse_unreadable: 500,
  workspace_missing: 500,
  workspace_too_new: 500,
  server_closing: 503,
  server_busy: 503,
  workspace_busy: 503,
  server_lost: 503,
  query_timeout: 504,
};

/** @returns the status: the code's own, else 422 for what whoever asks can mend and 500 for the rest */
export const statusOf = ({ code, blame }: Pick<CuadroError, 'code' | 'blame'>): number =>
  statusByCode[code] ?? (blame === 'input' ? 422 : 500);

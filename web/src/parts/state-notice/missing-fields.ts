/** @param list fields as an error names them, where a field without its entity belongs to that before: `opportunity.status, created_at` */
export function missingFields(list: string): readonly string[] {
  let entity = '';
  return list
    .split(',')
    .map((field) => field.trim())
    .filter((field) => field !== '')
    .map((field) => {
      const dot = field.indexOf('.');
      if (dot < 0) return entity === '' ? field : `${entity}.${field}`;
      entity = field.slice(0, dot);
      return field;
    });
}

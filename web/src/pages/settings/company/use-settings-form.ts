import { useState } from 'react';
import type { OperationInput, OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { ApiError } from '../../../api/error.ts';
import { useWrite } from '../../../api/use-operation.ts';

export type SettingsNow = OperationOutput<'settings'>;
export type SettingsChange = Omit<OperationInput<'change_settings'>, 'digest'>;

/** Saves a change to the settings that were seen when the form was opened. */
export interface SettingsForm {
  readonly save: (change: SettingsChange) => Promise<boolean>;
  readonly busy: boolean;
  readonly saved: boolean;
  readonly error: Error | null;
  /** Someone else has changed them meanwhile. */
  readonly outdated: boolean;
}

export function useSettingsForm({ digest: first }: SettingsNow): SettingsForm {
  const write = useWrite('change_settings');
  const [digest, setDigest] = useState(first);
  return {
    save: async (change) => {
      try {
        setDigest((await write.mutateAsync({ ...change, digest })).digest);
        return true;
      } catch {
        return false;
      }
    },
    busy: write.isPending,
    saved: write.isSuccess,
    error: write.error,
    outdated: write.error instanceof ApiError && write.error.code === 'settings_changed',
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OperationInput, OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { ApiError } from '../../../api/error.ts';
import { keyOf, useOperation, useWrite } from '../../../api/use-operation.ts';
import { useLanguage } from '../../../words/language.ts';

export type SettingsNow = OperationOutput<'settings'>;
export type SettingsChange = Omit<OperationInput<'change_settings'>, 'digest'>;

/** The settings that forms begin with, and how to begin again with those of now: `version` is the key of what holds the forms. */
export function useSettings() {
  const { data, error, refetch } = useOperation('settings', {});
  const [version, setVersion] = useState(0);
  return {
    settings: data,
    error,
    refetch: () => void refetch(),
    version,
    anew: () => void refetch().then(() => setVersion((before) => before + 1)),
  };
}

/** Saves a change to the settings that were seen when the form was opened. */
export interface SettingsForm {
  readonly save: (change: SettingsChange) => Promise<boolean>;
  readonly busy: boolean;
  readonly saved: boolean;
  readonly error: Error | null;
  /** Someone else has changed them meanwhile. */
  readonly outdated: boolean;
}

/** What the settings say where a change would change them. */
const whereChanged = (settings: SettingsNow, change: SettingsChange): string =>
  JSON.stringify(
    Object.entries(settings).map(([key, value]) =>
      key === 'glossary'
        ? Object.keys(change.glossary ?? {}).map((term) => settings.glossary[term])
        : key !== 'digest' && key in change && value,
    ),
  );

export function useSettingsForm(settings: SettingsNow): SettingsForm {
  const client = useQueryClient();
  const { language } = useLanguage();
  const write = useWrite('change_settings');
  const [seen, setSeen] = useState(settings);
  const latest = (): SettingsNow => client.getQueryData<SettingsNow>([...keyOf('settings', {}), language]) ?? settings;
  return {
    save: async (change) => {
      // What has changed elsewhere, as by the form above this one, is no conflict with what stands in this one.
      const now = latest();
      const { digest } = whereChanged(now, change) === whereChanged(seen, change) ? now : seen;
      try {
        await write.mutateAsync({ ...change, digest });
        setSeen(latest());
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

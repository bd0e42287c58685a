import { z } from 'zod';
import { field } from '../field.ts';

/** The audit log. */
export const auditPart = z.strictObject({
  keep_days: field(
    z.int().min(30).max(36_500).default(1_095),
    'Días que se guarda cada entrada; de las que se van queda el hash que enlaza la cadena.',
    'Days that an entry is kept; of those that go, the hash that links the chain stays.',
  ),
});

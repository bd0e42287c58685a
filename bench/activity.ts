import { open } from 'node:fs/promises';

export const activityMapping = `source: bench
timezone: UTC
files:
  - file: activity.csv
    entity: activity
    columns: { id: id, type: type, direction: direction, purpose: purpose, subject: subject, owner_id: owner_id, account_id: account_id,
      contact_id: contact_id, occurred_at: occurred_at, duration_s: duration_s, outcome: outcome, connected: connected }
`;

const types = ['call', 'email', 'meeting', 'task', 'note', 'sms', 'demo'];
const purposes = ['sales', 'service', 'retention', 'nurturing', 'other'];
const outcomes = ['Contactado', 'No contesta', 'Buzón de voz', 'Reunión fijada', ''];
const firstSecond = Date.UTC(2023, 7, 1) / 1000;
const seconds = 3 * 365 * 86_400;

/** Writes a CSV of so many activities of three years, in order of their ids; the same number gives the same bytes. */
export async function writeActivities(file: string, rows: number): Promise<void> {
  const handle = await open(file, 'w');
  let state = 42;
  const upTo = (count: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const lines: string[] = ['id,type,direction,purpose,subject,owner_id,account_id,contact_id,occurred_at,duration_s,outcome,connected'];
  for (let row = 1; row <= rows; row += 1) {
    const at = new Date((firstSecond + upTo(seconds)) * 1000).toISOString().slice(0, 19);
    const [type, purpose, outcome] = [types[upTo(types.length)], purposes[upTo(purposes.length)], outcomes[upTo(outcomes.length)]];
    const who = `U${1 + upTo(200)},A${1 + upTo(200_000)},C${1 + upTo(400_000)}`;
    lines.push(
      `ACT${row},${type},${upTo(3) === 0 ? 'in' : 'out'},${purpose},Seguimiento ${upTo(1000)},${who},${at}Z,${upTo(3600)},${outcome},${upTo(2) === 1}`,
    );
    if (lines.length >= 20_000) await handle.write(`${lines.splice(0).join('\n')}\n`);
  }
  if (lines.length > 0) await handle.write(`${lines.join('\n')}\n`);
  await handle.close();
}

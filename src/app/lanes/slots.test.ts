import { describe, expect, it } from 'vitest';
import { Slots } from './slots.ts';

describe('Slots', () => {
  it('lets so many in at once and the others in order', async () => {
    const slots = new Slots(2);
    const first = await slots.take(null);
    await slots.take(null);
    const order: string[] = [];
    const third = slots.take(null).then((release) => {
      order.push('third');
      return release;
    });
    const fourth = slots.take(null).then(() => order.push('fourth'));
    expect(slots.load).toEqual({ running: 2, waiting: 2 });
    expect(slots.tryTake()).toBeNull();
    first();
    first();
    (await third)();
    await fourth;
    expect(order).toEqual(['third', 'fourth']);
    expect(slots.load).toEqual({ running: 2, waiting: 0 });
  });

  it('forgets who gave up waiting', async () => {
    const slots = new Slots(1);
    const first = await slots.take(null);
    const gone = new AbortController();
    const waiting = slots.take(gone.signal);
    gone.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    first();
    expect(slots.load).toEqual({ running: 0, waiting: 0 });
    await expect(slots.take(gone.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('refuses where the queue is too long', async () => {
    const slots = new Slots(1);
    await slots.take(null);
    for (let waiting = 0; waiting < 200; waiting++) slots.take(null).catch(() => undefined);
    await expect(slots.take(null)).rejects.toMatchObject({ code: 'server_busy' });
  });
});

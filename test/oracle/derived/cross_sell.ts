import { type Row, sourceOf } from '../company.ts';
import type { World } from '../world.ts';

const packed = (text: unknown): string => String(text).toLowerCase().replaceAll(' ', '');

/** For each account and product it bought, each product that goes with it, and when it first bought both. */
export function crossSell(world: World, orders: readonly Row[]): Row[] {
  const firsts = orders.filter((row) => row.ordinal === 1);
  const at = (row: Row | undefined): number | null => (row === undefined ? null : (world.moment(row.ordered_at)?.at ?? null));
  const products = world.live('product');
  return firsts.flatMap((first) => {
    const product = products.find((one) => sourceOf(one) === first._source && one.id === first.product_id);
    const list = packed(product?.complements ?? '').split(/[,;]/);
    const rows = products
      .filter((one) => sourceOf(one) === first._source && one.id !== first.product_id)
      .filter((one) => list.includes(packed(one.id)) || list.includes(packed(one.name ?? one.id)))
      .map((complement) => ({
        complement,
        other: firsts.find(
          (one) => one._source === first._source && one.account_id === first.account_id && one.product_id === complement.id,
        ),
      }));
    const bought = at(first) ?? 0;
    const hadBefore = rows.some(({ other }) => (at(other) ?? bought) < bought);
    return rows.map(({ complement, other }) => ({
      _source: first._source ?? null,
      account_id: first.account_id ?? null,
      product_id: first.product_id ?? null,
      complement_id: complement.id ?? null,
      bought_at: first.ordered_at ?? null,
      complement_bought_at: other?.ordered_at ?? null,
      had_before: hadBefore,
    }));
  });
}

export function RecordsDrawer(_: { kpi: string; name: string; from: string; to: string; where: unknown; onClose: () => void }) {
  return null;
}

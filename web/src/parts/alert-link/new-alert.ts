/** Where a rule about a KPI is made: the address of the page of alerts. */
export const newAlert = (kpi: string, scope: string | null) => ({
  tab: 'rules',
  rule: 'new',
  kpi,
  ...(scope === null ? {} : { scope }),
});

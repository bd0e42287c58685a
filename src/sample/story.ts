/**
 * What happens to the sample company, all of it in one place. Months count from the first of the 36: month 35 is the last one before
 * `until`, month 24 begins the last twelve. `to` is the first month that is no longer part of it.
 */
export const story = {
  /** A giveaway on social networks: many cheap leads that are worth nothing. */
  giveaway: {
    campaign: 'Sorteo Aire Gratis',
    from: 27,
    to: 32,
    leadsPerMonth: 230,
    costPerLead: 6,
    qualified: 0.08,
    converted: 0.2,
  },
  /** A product whose supplier changed: it comes late, then people are unhappy, then they stop buying it. */
  slip: {
    product: 'Recuperador Sierra R2',
    from: 26,
    leadTime: 2.7,
    satisfaction: -1.5,
    salesFrom: 29,
    demand: 0.45,
    winRate: 0.45,
  },
  star: { name: 'Lucía Ferreiro Sanchis', winRate: 1.6, cycle: 0.62, value: 1.35, calls: 0.8 },
  /** Calls more than anyone: activity is not progress. */
  struggling: { name: 'Óscar Bermejo Lillo', winRate: 0.4, cycle: 1.75, value: 0.75, calls: 1.6 },
  /** Coached by her manager at the start of month 22. */
  coached: { name: 'Marta Olmeda Rius', from: 22, winRateBefore: 0.6, winRateAfter: 1.2 },
  /** Two of six agents leave: answers take longer, people complain. */
  serviceCrisis: { from: 26, to: 29, firstResponse: 3.2, resolution: 1.9, satisfaction: -0.9, complaints: 2.6 },
  /** Customers with a complaint in the last `memoryDays` leave, fewer of them where somebody acted. */
  churnWave: { from: 28, to: 31, monthly: 0.24, monthlyIfActed: 0.07, memoryDays: 150 },
  /** The office that leaves fields empty and uses the CRM least. */
  careless: { office: 'Sevilla', lostReasonMissing: 0.55, industryMissing: 0.3, meaningfulUse: 0.4 },
  missing: { lostReason: 0.15, industry: 0.08, phone: 0.12, categorySpend: 0.4, source: 0.04 },
  duplicates: { lead: 0.035, account: 0.04, contact: 0.03, merged: 0.3 },
  /** Hotels and restaurants pay late. */
  latePayers: { industry: 'Hostelería', extraDays: 36 },
  /** What is no longer sold and still asked for, in autumn and winter most. */
  discontinued: { product: 'Estufa Lumbre', month: 14, askedPrice: 340 },
} as const;

/** How much there is at scale 1. */
export const volume = {
  leads: 12_300,
  visitors: 17_000,
  /** Sales people per office at the end; more than these only above scale 1. */
  sellers: { Madrid: 6, Valencia: 4, Sevilla: 4 },
  agents: 6,
} as const;

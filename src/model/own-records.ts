/**
 * How ids begin of records that people write in Cuadro about another source's records, among which they stand: a call to a customer of the CRM is the
 * CRM's customer's. No export of that source has them, so that none takes them away.
 */
export const ownPrefix = 'cuadro:';

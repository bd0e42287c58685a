/** The codes of ISO 4217 in use (and those left in the last years, which old records still hold). */
export const currencyCodes: readonly string[] = (
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY COP ' +
  'COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR ' +
  'IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK ' +
  'MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL ' +
  'SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VEF VES VND VUV WST XAF XCD ' +
  'XCG XDR XOF XPF YER ZAR ZMW ZWG ZWL'
).split(' ');

/** Signs that stand beside amounts. Longer ones first, so that `US$` is not read as `$`. */
export const currencySigns: readonly string[] = [
  'US$',
  'MX$',
  'AR$',
  'CO$',
  'CL$',
  'RD$',
  'R$',
  'A$',
  'C$',
  'S/.',
  'S/',
  'Bs.',
  'Bs',
  'Kč',
  'zł',
  'kr.',
  'kr',
  'Fr.',
  '$',
  '€',
  '£',
  '¥',
  '₹',
  '₡',
  '₲',
  '₱',
  '₩',
  '₽',
  '₺',
  '₪',
  '฿',
  '₫',
  '₦',
  '₴',
];

/** Signs that name one currency and no other. */
export const currencyOfSign: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', US$: 'USD', MX$: 'MXN', R$: 'BRL', '₹': 'INR' };

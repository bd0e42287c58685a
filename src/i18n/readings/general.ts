import type { ReadingTexts } from './words.ts';

export const generalReadings = {
  'direction.rise': {
    es: { says: '{kpi} sube de {before} a {value}.', next: 'Mire qué parte lo explica antes de celebrarlo o corregirlo.' },
    en: { says: '{kpi} rises from {before} to {value}.', next: 'See which part explains it before you celebrate or correct it.' },
  },
  'direction.fall': {
    es: { says: '{kpi} baja de {before} a {value}.', next: 'Mire qué parte lo explica antes de celebrarlo o corregirlo.' },
    en: { says: '{kpi} falls from {before} to {value}.', next: 'See which part explains it before you celebrate or correct it.' },
  },
  'direction.noise': {
    es: {
      says: '{kpi} pasa de {before} a {value}, una diferencia que el azar da a menudo con estos casos.',
      next: 'No actúe por este cambio solo: espere otro periodo o mire uno más largo.',
    },
    en: {
      says: '{kpi} goes from {before} to {value}, a difference that chance alone often makes with so many cases.',
      next: 'Do not act on this change alone: wait for another period or look at a longer one.',
    },
  },
  'direction.informational_rise': {
    es: {
      says: '{kpi} sube de {before} a {value}. Es un dato informativo: ni bueno ni malo por sí solo.',
      next: 'Compárelo con lo que consigue y con lo que cuesta.',
    },
    en: {
      says: '{kpi} rises from {before} to {value}. It informs: neither good nor bad by itself.',
      next: 'Compare it with what it achieves and what it costs.',
    },
  },
  'direction.informational_fall': {
    es: {
      says: '{kpi} baja de {before} a {value}. Es un dato informativo: ni bueno ni malo por sí solo.',
      next: 'Compárelo con lo que consigue y con lo que cuesta.',
    },
    en: {
      says: '{kpi} falls from {before} to {value}. It informs: neither good nor bad by itself.',
      next: 'Compare it with what it achieves and what it costs.',
    },
  },
  'direction.band_rise': {
    es: {
      says: '{kpi} sube de {before} a {value}. Tiene una banda sana, no un «cuanto más, mejor».',
      next: 'Fije su banda como meta y juzgue si sigue dentro.',
    },
    en: {
      says: '{kpi} rises from {before} to {value}. It has a healthy band, not a "the more the better".',
      next: 'Set your band as a target and judge whether it is still inside.',
    },
  },
  'direction.band_fall': {
    es: {
      says: '{kpi} baja de {before} a {value}. Tiene una banda sana, no un «cuanto más, mejor».',
      next: 'Fije su banda como meta y juzgue si sigue dentro.',
    },
    en: {
      says: '{kpi} falls from {before} to {value}. It has a healthy band, not a "the more the better".',
      next: 'Set your band as a target and judge whether it is still inside.',
    },
  },
  'guards.at_their_cost': {
    es: {
      says: '{kpi} mejora o se mantiene ({value}), pero a la vez empeora: {others}.',
      next: 'Compruebe que no se está ganando lo uno a costa de lo otro.',
    },
    en: {
      says: '{kpi} improves or holds ({value}) while this gets worse: {others}.',
      next: 'Make sure that one is not being won at the cost of the other.',
    },
  },
  'progress.with_progress': {
    es: {
      says: 'La actividad va mejor ({kpi}: {before} → {value}) y el progreso también: {others}.',
      next: 'Siga el progreso; la actividad solo es el medio.',
    },
    en: {
      says: 'Activity does better ({kpi}: {before} → {value}) and so does progress: {others}.',
      next: 'Follow the progress; activity is only the means.',
    },
  },
  'progress.without_progress': {
    es: {
      says: 'La actividad va mejor ({kpi}: {before} → {value}), el progreso no: {others}.',
      next: 'Mida el progreso en vez de la actividad y pregunte qué parte de ella sobra.',
    },
    en: {
      says: 'Activity does better ({kpi}: {before} → {value}), progress does not: {others}.',
      next: 'Measure the progress instead of the activity and ask which part of it is needless.',
    },
  },
  'progress.unmeasured': {
    es: {
      says: 'La actividad va mejor ({kpi}: {before} → {value}), pero faltan datos para saber si hay progreso.',
      next: 'Cargue los datos que le faltan a su pareja de progreso; actividad no es avance.',
    },
    en: {
      says: 'Activity does better ({kpi}: {before} → {value}), but the data to tell whether there is progress are missing.',
      next: 'Load the data that its progress partner lacks; activity is not progress.',
    },
  },
  'coverage.partial_data': {
    es: {
      says: 'Solo el {coverage} de los registros sirve para calcular {kpi}; el resto tiene datos vacíos o erróneos.',
      next: 'Complete esos datos antes de decidir: los que faltan pueden ser distintos.',
    },
    en: {
      says: 'Only {coverage} of the records can be used for {kpi}; the others have empty or wrong data.',
      next: 'Complete them before you decide: those left out may be different.',
    },
  },
  'operations_and_perception.worse': {
    es: {
      says: 'Lo que perciben los clientes empeora ({kpi}: {before} → {value}) a la vez que la operación: {others}.',
      next: 'Empiece por la operación que más ha empeorado y pregunte a quienes puntuaron bajo.',
    },
    en: {
      says: 'What customers perceive gets worse ({kpi}: {before} → {value}) along with operations: {others}.',
      next: 'Begin with the operation that got worst and ask those who scored low.',
    },
  },
  'operations_and_perception.better': {
    es: {
      says: 'Lo que perciben los clientes mejora ({kpi}: {before} → {value}) a la vez que la operación: {others}.',
      next: 'Mantenga lo que cambió en la operación y confírmelo en el próximo periodo.',
    },
    en: {
      says: 'What customers perceive improves ({kpi}: {before} → {value}) along with operations: {others}.',
      next: 'Keep what changed in operations and confirm it next period.',
    },
  },
} as const satisfies ReadingTexts;

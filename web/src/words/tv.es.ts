/** El tablero en una pantalla de la pared. */
export const tvEs = {
  pause: 'Pausar',
  resume: 'Seguir',
  leave: 'Salir',
  group: '{{number}} de {{count}}',
  until: 'Datos hasta {{day}}',
  checked: 'Comprobado: {{moment}}',
  offline: 'Sin conexión con Cuadro. Estos son los valores de {{moment}}.',
  ended: 'La sesión ha terminado: hay que volver a entrar en Cuadro. Estos son los valores de {{moment}}.',
  left_one: '{{count}} KPI no sale en pantalla: habla de personas, se reparte por grupos o no tiene valor.',
  left_other: '{{count}} KPI no salen en pantalla: hablan de personas, se reparten por grupos o no tienen valor.',
  nothing: 'Nada de este tablero se puede mostrar en una pantalla.',
  filtered: 'Filtro: {{list}}',
  onePerson: 'una persona',
} as const;

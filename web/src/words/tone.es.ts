export const toneEs = { bad: 'Actuar', warning: 'Vigilar', good: 'Bien', neutral: 'Saber' } as const;

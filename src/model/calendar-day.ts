import { z } from 'zod';

const [first, last] = ['1000-01-01', '8999-12-31'];

/** A day that can be asked for: far beyond anyone's data, with room on either side for the periods before and after it. */
export const calendarDay = z.iso.date().refine((day) => day >= first && day <= last, { message: `${first} … ${last}` });

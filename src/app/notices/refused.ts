import { CuadroError } from '../../model/error.ts';

/** Of what is asked on somebody's behalf: null where they may not ask, and so are told nothing. */
export async function unlessRefused<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof CuadroError && ['forbidden', 'training_due', 'unknown_segment'].includes(error.code)) return null;
    throw error;
  }
}

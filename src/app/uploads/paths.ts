import { CuadroError } from '../../model/error.ts';
import type { OperationContext } from '../operation.ts';
import { Uploads } from './uploads.ts';

const prefix = 'upload:';

const none = { upload: 0, uploadsTogether: 0, uploadsOpen: 0 };

/**
 * The files that paths of an input mean: `upload:ID` is a file that the actor has uploaded. Files of the machine itself are named only by
 * whoever sits at it, and by jobs.
 * @throws CuadroError `upload_unknown`, `upload_incomplete`, `path_refused`
 */
export async function filesOf(
  { actor, workspace }: Pick<OperationContext, 'actor' | 'workspace'>,
  paths: readonly string[],
): Promise<readonly string[]> {
  const uploads = new Uploads(workspace.folder, none);
  const files: string[] = [];
  for (const path of paths) {
    if (path.startsWith(prefix)) files.push(await uploads.pathOf(actor, path.slice(prefix.length)));
    else if (actor.kind === 'local' || actor.kind === 'system') files.push(path);
    else throw new CuadroError({ code: 'path_refused', where: 'paths', found: path.split(/[\\/]/).at(-1) ?? '' });
  }
  return files;
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Host } from '../../app/host.ts';
import { type Actor, requirePermission } from '../../app/rights/actor.ts';
import { Uploads } from '../../app/uploads/uploads.ts';
import { CuadroError } from '../../model/error.ts';
import type { Limits } from './limits.ts';

const base = '/api/v1/uploads';
const version = '1.0.0';
const pieceType = 'application/offset+octet-stream';
const algorithms = ['sha1', 'sha256'];

/** A connection that sends nothing for so long is given up; what it has sent stays. */
const silentMs = 30_000;
const sweepMs = 3_600_000;

const header = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
};

/** `key base64,key base64` */
function metadataOf(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(',').map((pair) => pair.trim().split(/\s+/));
  return new Map(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]));
}

function uploader({ actor }: FastifyRequest): Actor {
  if (actor === null) throw new CuadroError({ code: 'unauthenticated' });
  requirePermission(actor, 'data.write');
  return actor;
}

const wholeNumber = (request: FastifyRequest, name: string): number => {
  const text = header(request, name);
  if (text === null || !/^\d{1,15}$/.test(text)) throw new CuadroError({ code: 'upload_invalid', found: name });
  return Number(text);
};

function pieceOf(request: FastifyRequest): { readonly algorithm: string; readonly digest: string } | null {
  const text = header(request, 'upload-checksum');
  if (text === null) return null;
  const [algorithm = '', digest = ''] = text.split(' ');
  if (!algorithms.includes(algorithm)) throw new CuadroError({ code: 'upload_invalid', found: 'Upload-Checksum' });
  return { algorithm, digest };
}

/**
 * Files of any size in pieces that can be resumed: the core of the tus protocol 1.0.0 with creation, checksum, expiration and termination
 * (https://tus.io/protocols/resumable-upload). An import then names `upload:ID`.
 */
export async function addUploads(app: FastifyInstance, host: Host, limits: Limits): Promise<void> {
  const uploads = new Uploads((await host.workspace()).folder, limits);
  await uploads.sweep(Date.now());
  const sweeping = setInterval(() => void uploads.sweep(Date.now()).catch(() => undefined), sweepMs);
  sweeping.unref();
  app.addHook('onClose', async () => clearInterval(sweeping));

  await app.register(async (scope) => {
    scope.addContentTypeParser(pieceType, (_, payload, done) => done(null, payload));
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('tus-resumable', version);
      if (request.method !== 'OPTIONS' && header(request, 'tus-resumable') !== version) {
        reply.header('tus-version', version);
        throw new CuadroError({ code: 'upload_invalid', found: 'Tus-Resumable' });
      }
    });
    scope.options(base, async (_, reply) =>
      reply
        .code(204)
        .headers({
          'tus-version': version,
          'tus-extension': 'creation,checksum,expiration,termination',
          'tus-checksum-algorithm': algorithms.join(','),
          'tus-max-size': String(limits.upload),
        })
        .send(),
    );
    scope.post(base, async (request, reply) => {
      const metadata = metadataOf(header(request, 'upload-metadata') ?? '');
      const made = await uploads.create(uploader(request), {
        name: metadata.get('filename') ?? 'file',
        size: wholeNumber(request, 'upload-length'),
        sha256: metadata.get('sha256') ?? null,
      });
      return reply.code(201).header('location', `${base}/${made.id}`).send();
    });
    const one = `${base}/:id`;
    type One = { Params: { id: string } };
    scope.head<One>(one, async (request, reply) => {
      const { upload, offset, expires } = await uploads.find(uploader(request), request.params.id);
      return reply
        .headers({ 'upload-offset': String(offset), 'upload-length': String(upload.size), 'upload-expires': expires.toUTCString() })
        .send();
    });
    scope.patch<One & { Body: AsyncIterable<Buffer> }>(one, { config: { slowBody: true } }, async (request, reply) => {
      const actor = uploader(request);
      if (header(request, 'content-type') !== pieceType) throw new CuadroError({ code: 'body_type_unsupported' });
      request.raw.setTimeout(silentMs, () => request.raw.destroy());
      const appended = { from: wholeNumber(request, 'upload-offset'), piece: pieceOf(request), body: request.body };
      const offset = await uploads.append(actor, request.params.id, appended);
      return reply.code(204).header('upload-offset', String(offset)).send();
    });
    scope.delete<One>(one, async (request, reply): Promise<FastifyReply> => {
      await uploads.remove(uploader(request), request.params.id);
      return reply.code(204).send();
    });
  });
}

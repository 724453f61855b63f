import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { readByteRange } from './byte-range.ts';

const TYPES: Record<string, string> = {
	'.json': 'application/json',
	'.geojson': 'application/geo+json',
	'.pmtiles': 'application/vnd.pmtiles',
	'.bin': 'application/octet-stream'
};

/**
 * A file as an HTTP answer: whole, or the range that is asked for, streamed; 304 where the caller
 * has it already, 416 where the range lies beyond its end. The entity tag changes with size and
 * time of change, so a pack that is built anew is fetched anew.
 */
export async function sendFile(path: string, request: Request): Promise<Response> {
	const { size, mtimeMs, ino } = await stat(path);
	const etag = `"${size.toString(36)}-${Math.round(mtimeMs * 1000).toString(36)}-${ino.toString(36)}"`;
	const headers = new Headers({
		etag,
		'accept-ranges': 'bytes',
		'cache-control': 'no-cache',
		'content-type': TYPES[extname(path)] ?? 'application/octet-stream'
	});
	if (matches(request.headers.get('if-none-match'), etag))
		return new Response(null, { status: 304, headers });

	// a range of another state of the file would be mixed with this one
	const ifRange = request.headers.get('if-range');
	const isCurrent = ifRange === null || ifRange === etag;
	const range = isCurrent ? readByteRange(request.headers.get('range'), size) : null;
	if (range === 'unsatisfiable') {
		headers.set('content-range', `bytes */${size}`);
		headers.delete('etag');
		return new Response(null, { status: 416, headers });
	}
	const { start, end } = range ?? { start: 0, end: size - 1 };
	headers.set('content-length', String(end - start + 1));
	if (range) headers.set('content-range', `bytes ${start}-${end}/${size}`);

	const isEmpty = size === 0 || request.method === 'HEAD';
	const body = isEmpty ? null : (Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream);
	return new Response(body, { status: range ? 206 : 200, headers });
}

function matches(header: string | null, etag: string): boolean {
	if (header === null) return false;
	return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

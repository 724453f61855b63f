import { readSync } from 'node:fs';
import Bunzip from 'seek-bzip';
import { OsmReadError } from '../../src/lib/formats/osm/osm-read-error.ts';

const CHUNK_BYTES = 1 << 16;

/** The parts of the unpacker that work block by block; its public `decode` can neither pause nor report. */
interface BlockUnpacker {
	_init_block(): boolean;
	_read_bunzip(): void;
	_start_bunzip(input: ByteSource, output: ByteDrain): void;
	readonly reader: { read(bits: number): number };
	readonly streamCRC: number;
}
type ByteSource = InstanceType<typeof Bunzip.Stream> & { at: number };
type ByteDrain = InstanceType<typeof Bunzip.Stream>;

/**
 * Unpacks a bzip2 file (also one of several streams) block by block into `write`. `advance` is told the
 * bytes read after every block and may throw to stop. Throws an `OsmReadError` for damage.
 */
export async function readBz2File(
	fd: number,
	size: number,
	write: (bytes: Uint8Array) => void,
	advance: (bytes: number) => Promise<void>
): Promise<void> {
	const input = byteSource(fd, size);
	const out = new Uint8Array(CHUNK_BYTES);
	let filled = 0;
	const output = Object.assign(new Bunzip.Stream(), {
		writeByte(byte: number): void {
			out[filled++] = byte;
			if (filled < out.length) return;
			write(out);
			filled = 0;
		}
	});
	const unpacker = attempt(() => new Bunzip(input, output) as unknown as BlockUnpacker);
	for (;;) {
		const hasBlock = attempt(() => {
			if (!unpacker._init_block()) return false;
			unpacker._read_bunzip();
			return true;
		});
		if (!hasBlock) {
			const wanted = attempt(() => unpacker.reader.read(32) >>> 0);
			if (wanted !== unpacker.streamCRC >>> 0) throw damaged('its checksum differs');
			if (input.at >= size) break;
			attempt(() => unpacker._start_bunzip(input, output));
		}
		write(out.subarray(0, filled));
		filled = 0;
		await advance(input.at);
	}
	write(out.subarray(0, filled));

	function attempt<T>(step: () => T): T {
		try {
			return step();
		} catch (cause) {
			if (cause instanceof OsmReadError) throw cause;
			throw damaged((cause as Error).message, cause);
		}
	}

	function damaged(seen: string, cause?: unknown): OsmReadError {
		return new OsmReadError(`byte ${input.at}`, `damaged bzip2 data (${seen})`, 'an undamaged file', {
			cause
		});
	}
}

function byteSource(fd: number, size: number): ByteSource {
	const chunk = new Uint8Array(CHUNK_BYTES);
	let start = 0;
	let end = 0;
	return Object.assign(new Bunzip.Stream(), {
		at: 0,
		readByte(this: { at: number }): number {
			if (this.at >= end) {
				start = this.at;
				end = start + readSync(fd, chunk, 0, chunk.length, start);
				if (end === start) {
					throw new OsmReadError(`byte ${start}`, 'the end of the file', 'more bzip2 data (is it cut short?)');
				}
			}
			return chunk[this.at++ - start];
		},
		eof(this: { at: number }): boolean {
			return this.at >= size;
		}
	});
}

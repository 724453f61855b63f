/**
 * Bytes of a protocol buffer as they grow: for messages made so often that an object for each would
 * be felt. Numbers are whole and from 0 to 2^32 - 1.
 */
export class MvtBytes {
	length = 0;
	private bytes = new Uint8Array(1 << 10);

	clear(): void {
		this.length = 0;
	}

	varint(value: number): void {
		if (this.length + 5 > this.bytes.length) this.grow(5);
		let rest = value;
		while (rest > 127) {
			this.bytes[this.length++] = (rest & 127) | 128;
			rest = Math.floor(rest / 128);
		}
		this.bytes[this.length++] = rest;
	}

	/** `other` with its length before it. */
	message(field: number, other: MvtBytes): void {
		this.varint((field << 3) | 2);
		this.varint(other.length);
		this.append(other);
	}

	text(field: number, value: string): void {
		this.varint((field << 3) | 2);
		if (isAscii(value)) {
			this.varint(value.length);
			if (this.length + value.length > this.bytes.length) this.grow(value.length);
			for (let i = 0; i < value.length; i++) this.bytes[this.length++] = value.charCodeAt(i);
			return;
		}
		const encoded = ENCODER.encode(value);
		this.varint(encoded.length);
		if (this.length + encoded.length > this.bytes.length) this.grow(encoded.length);
		this.bytes.set(encoded, this.length);
		this.length += encoded.length;
	}

	append({ bytes, length }: MvtBytes): void {
		if (this.length + length > this.bytes.length) this.grow(length);
		this.bytes.set(bytes.subarray(0, length), this.length);
		this.length += length;
	}

	/** A copy of what was written. */
	finish(): Uint8Array {
		return this.bytes.slice(0, this.length);
	}

	private grow(by: number): void {
		const next = new Uint8Array(Math.max(2 * this.bytes.length, this.length + by));
		next.set(this.bytes);
		this.bytes = next;
	}
}

const ENCODER = new TextEncoder();

function isAscii(text: string): boolean {
	for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
	return true;
}

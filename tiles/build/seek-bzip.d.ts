declare module 'seek-bzip' {
	class Stream {
		readByte(): number;
		writeByte(byte: number): void;
	}
	class Bunzip {
		static readonly Stream: typeof Stream;
		constructor(input: Stream, output: Stream);
	}
	export default Bunzip;
}

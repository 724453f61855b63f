/** Why a region pack cannot be built, in one line for a person: the file, what was seen, what was wanted. */
export class BuildError extends Error {
	override readonly name = 'BuildError';
}

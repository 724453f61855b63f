/** Runs one command line; resolves to its exit code. */
export async function main(args: readonly string[]): Promise<number> {
	process.stderr.write(`cordon: no command named ${args[0] ?? '(none)'}\n`);
	return 2;
}

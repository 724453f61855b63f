/** Round distances from 0 to `endM`, at most `count` steps of 1, 2 or 5 times a power of ten; none for no ground. */
export function groundTicks(endM: number, count: number): number[] {
	if (!(endM > 0) || !Number.isFinite(endM)) return [];
	const leastM = endM / count;
	const power = 10 ** Math.floor(Math.log10(leastM));
	const stepM = power * ([1, 2, 5].find((times) => times * power >= leastM * (1 - 1e-9)) ?? 10);
	const steps = Math.floor(endM / stepM + 1e-9);
	return Array.from({ length: steps + 1 }, (_, i) => Number((i * stepM).toPrecision(12)));
}

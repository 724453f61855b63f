/**
 * The outline of an annular sector that opens to the right of the origin, as an SVG path; a whole
 * ring from 360 degrees on. Radii in the units of the drawing.
 */
export function sectorPath(hfovDeg: number, near: number, far: number): string {
	if (hfovDeg >= 360) return `${circle(far)}${near > 0 ? circle(near) : ''}`;
	const half = (hfovDeg / 2) * (Math.PI / 180);
	const large = hfovDeg > 180 ? 1 : 0;
	const at = (radius: number, side: 1 | -1) =>
		`${fixed(radius * Math.cos(half))} ${fixed(side * radius * Math.sin(half))}`;
	const outer = `M${at(far, -1)}A${fixed(far)} ${fixed(far)} 0 ${large} 1 ${at(far, 1)}`;
	if (near <= 0) return `${outer}L0 0Z`;
	return `${outer}L${at(near, 1)}A${fixed(near)} ${fixed(near)} 0 ${large} 0 ${at(near, -1)}Z`;
}

/** The outer arc alone. */
export function arcPath(hfovDeg: number, radius: number): string {
	if (hfovDeg >= 360) return circle(radius);
	const half = (hfovDeg / 2) * (Math.PI / 180);
	const [x, y] = [radius * Math.cos(half), radius * Math.sin(half)];
	const r = fixed(radius);
	return `M${fixed(x)} ${fixed(-y)}A${r} ${r} 0 ${hfovDeg > 180 ? 1 : 0} 1 ${fixed(x)} ${fixed(y)}`;
}

function circle(radius: number): string {
	const r = fixed(radius);
	return `M${r} 0A${r} ${r} 0 1 1 -${r} 0A${r} ${r} 0 1 1 ${r} 0Z`;
}

function fixed(figure: number): string {
	return String(Math.round(figure * 100) / 100);
}

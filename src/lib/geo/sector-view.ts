/** An annular sector of ground, whoever stands at its apex. */
export interface SectorView {
	/** Compass degrees of its middle. */
	readonly azimuthDeg: number;
	/** Whole opening angle, over 0 up to 360. */
	readonly hfovDeg: number;
	readonly rangeM: number;
	/** The blind zone before the apex. */
	readonly nearM: number;
}

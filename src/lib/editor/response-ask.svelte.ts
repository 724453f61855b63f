import type {
	ManWhich,
	ResponseAsk,
	ResponseSource,
	TimeToSealAsk,
	ZoneView
} from '../domain/findings/response.ts';
import { PATROL_CAR, type TravelModel } from '../domain/travel-model.ts';

/** More would be more outlines than can be told apart. */
export const MOST_MINUTES = 5;
export const LONGEST_MIN = 60;

/** What the response board asks, kept while it is closed. */
export class ResponseSettings {
	view = $state<'areas' | 'seal'>('areas');
	minutes = $state.raw<readonly number[]>([1, 3, 5]);
	from = $state.raw<readonly ResponseSource[]>(['stations']);
	zones = $state<ZoneView>('best');
	man = $state<ManWhich>('unstaffed');
	turnoutS = $state(0);
	model = $state.raw<TravelModel>(PATROL_CAR);

	/** Copies, for another thread. */
	readonly areasAsk = $derived<ResponseAsk>({
		minutes: [...this.minutes],
		from: [...this.from],
		zones: this.zones,
		turnoutS: this.turnoutS,
		model: this.model
	});
	readonly sealAsk = $derived<TimeToSealAsk>({
		ring: null,
		man: this.man,
		turnoutS: this.turnoutS,
		model: this.model
	});
	readonly isDefaultModel = $derived(this.model === PATROL_CAR && this.turnoutS === 0);

	/** Adds minutes in their place; nothing where they are there already, out of bounds or too many. */
	addMinutes(minutes: number): void {
		const isSound = minutes > 0 && minutes <= LONGEST_MIN;
		if (!isSound || this.minutes.includes(minutes) || this.minutes.length >= MOST_MINUTES) return;
		this.minutes = [...this.minutes, minutes].sort((a, b) => a - b);
	}

	/** Takes minutes away; the last stay. */
	removeMinutes(minutes: number): void {
		if (this.minutes.length > 1) this.minutes = this.minutes.filter((value) => value !== minutes);
	}

	/** Lets a kind of force set out or not; the last stays. */
	setSource(source: ResponseSource, isOn: boolean): void {
		const rest = this.from.filter((one) => one !== source);
		if (isOn) this.from = [...rest, source];
		else if (rest.length > 0) this.from = rest;
	}

	/** Sets figures of the driving model. */
	drive(change: Partial<TravelModel>): void {
		this.model = { ...this.model, ...change };
	}

	resetModel(): void {
		this.model = PATROL_CAR;
		this.turnoutS = 0;
	}
}

export const responseSettings = new ResponseSettings();

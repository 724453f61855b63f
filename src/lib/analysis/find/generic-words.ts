/** Words for what a road is; one that a name does not have is let go where the rest fits ("Abai street" for "проспект Абая"). */
const GENERIC = new Set(
	(
		'street st str avenue ave av road rd boulevard blvd lane ln drive highway hwi square sq bridge the ' +
		'улица ул проспект пр просп переулок пер бульвар бул шоссе проезд площадь пл мост ' +
		'коше кошеси данггили дангили тас жол ulitsa prospekt pereulok proezd shosse koshesi ' +
		'街 路 大街 大道 街道 公路'
	).split(' ')
);

/** Whether a folded word only says that something is a road. */
export function isGeneric(word: string): boolean {
	return GENERIC.has(word);
}

// Makes the demo plan anew: npx tsx tiles/build/make-demo-plan.ts [PACK] [FOLDER OF OSM QA TILES]
import { writeDemoPlan } from './demo-plan.ts';

const [
	pack = 'tiles/astana',
	source = 'node_modules/@mapbox/mvt-fixtures/real-world/osm-qa-astana'
] = process.argv.slice(2);
await writeDemoPlan(pack, source);

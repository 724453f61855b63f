/** The driving model, for rooms that do not look into the road network. */
export { PATROL_CAR, type TravelModel } from '../network/travel/travel-model.ts';

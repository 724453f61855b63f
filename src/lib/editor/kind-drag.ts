/** What is dragged from the library to the map carries the id of its kind as this type. */
export const KIND_DRAG = 'application/x-cordon-camera-kind';

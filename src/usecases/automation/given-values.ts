/** How the values that a rule is given are read: a number as in the table of customers, a day as in what other tools report. */
export { numberCell, readNumber, type CellNumber } from '../../core/customers/cell-number';
export { isAhead } from '../../core/evidence-feeds/moments';

import { el } from '../dom';

/** The stretch that a drag is choosing. */
export class Selection {
  readonly node = el('div', { class: 'selection', hidden: true, 'aria-hidden': 'true' });

  /** Shows the stretch between two pixels, or hides it. */
  show(stretch: readonly [number, number] | null): void {
    this.node.hidden = stretch === null;
    if (stretch === null) return;
    this.node.style.transform = `translateX(${Math.min(...stretch)}px)`;
    this.node.style.width = `${Math.abs(stretch[1] - stretch[0])}px`;
  }
}

import styles from '../styles/styles.unlayered.css?inline';

/** The text of `styles.unlayered.css`, for what a host's own sheets do not reach. */
export const cardStyles: string = styles;

'use client';
import clsx from 'clsx';
import type { HTMLAttributes } from 'react';
import { useSection } from '../hooks/useSection.ts';
import { createLazy } from '../ui/createLazy.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CardSection } from './CardSection.tsx';
import { LazyPart } from './LazyPart.tsx';

export type ContactFormProps = HTMLAttributes<HTMLElement>;

const contactBody = createLazy(() => import('./ContactBody.tsx').then((module) => module.ContactBody));

/** Fetches the form, which is not there from the start. Called when somebody comes near. */
export function preloadContact(): void {
  contactBody.load();
}

/**
 * The CRM contact of the subscriber: one form that creates it where none is linked, and updates it otherwise. The
 * form has `data-linked` where there is one, and `data-pending` until the server has confirmed the save.
 * @selector [data-status="loading|ready|failed"]
 */
export function ContactForm({ className, ...props }: ContactFormProps) {
  const section = useSection('contact');
  const skeleton = (
    <>
      <Skeleton width="long" />
      <Skeleton width="medium" />
      <Skeleton width="long" />
      <Skeleton width="medium" />
    </>
  );
  return (
    <CardSection
      {...props}
      section={section}
      name="contact"
      className={clsx('sbc-contact', className)}
      skeleton={skeleton}
    >
      <LazyPart part={contactBody} props={{}} fallback={skeleton} />
    </CardSection>
  );
}

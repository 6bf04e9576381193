'use client';
import clsx from 'clsx';
import { forwardRef, type ImgHTMLAttributes, type ReactNode, useCallback, useState } from 'react';
import { safeImageUrl } from '../model/safeUrl.ts';

export interface SafeImageProps extends Omit<ImgHTMLAttributes<HTMLImageElement>, 'src' | 'alt'> {
  readonly src?: string | null | undefined;
  /** Stands in the same place until the image has arrived, and for good when it does not. */
  readonly fallback?: ReactNode;
}

/**
 * A decorative image from a foreign address: no referrer, lazy, and nothing is ever shown half or broken.
 * @selector [data-loaded]
 */
export const SafeImage = forwardRef<HTMLImageElement, SafeImageProps>(function SafeImage(
  { src, fallback = null, ...props },
  ref,
) {
  const url = safeImageUrl(src);
  // The key starts a new image afresh: what failed for one address says nothing about the next.
  return url === null ? fallback : <Image key={url} ref={ref} {...props} src={url} fallback={fallback} />;
});

interface ImageProps extends SafeImageProps {
  readonly src: string;
}

const Image = forwardRef<HTMLImageElement, ImageProps>(function Image(
  { fallback, className, onLoad, onError, ...props },
  ref,
) {
  const [state, setState] = useState<'loading' | 'loaded' | 'broken'>('loading');
  const setImage = useCallback(
    (image: HTMLImageElement | null) => {
      if (typeof ref === 'function') ref(image);
      else if (ref) ref.current = image;
      // One from the cache is there before React listens.
      if (image?.complete) setState(image.naturalWidth > 0 ? 'loaded' : 'broken');
    },
    [ref],
  );
  if (state === 'broken') return fallback;
  return (
    <>
      {state === 'loading' && fallback}
      <img
        {...props}
        ref={setImage}
        alt=""
        referrerPolicy="no-referrer"
        loading="lazy"
        decoding="async"
        draggable={false}
        className={clsx('sbc-image', className)}
        data-loaded={state === 'loaded' || undefined}
        onLoad={(event) => {
          onLoad?.(event);
          setState('loaded');
        }}
        onError={(event) => {
          onError?.(event);
          setState('broken');
        }}
      />
    </>
  );
});

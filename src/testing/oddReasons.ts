/** What adapters throw that is no {@link AdapterError}, made anew for each time. */
export const oddReasons: readonly [() => unknown, ...(() => unknown)[]] = [
  () => 'Request failed',
  () => undefined,
  () => null,
  () => 503,
  () => Symbol('failed'),
  () => ({ status: 500, body: '<html>' }),
  () => Object.create(null),
  () => new TypeError('Failed to fetch'),
  () => new DOMException('The operation was aborted.', 'AbortError'),
  () => new DOMException('A network error occurred.', 'NetworkError'),
  () => ({ name: 'AdapterError', code: 'no such code', detail: null }),
  throwingGetters,
  cyclicCause,
  revokedProxy,
];

function throwingGetters(): unknown {
  const get = () => {
    throw new Error('This property cannot be read.');
  };
  return Object.create(Error.prototype, {
    message: { get },
    name: { get },
    code: { get },
    cause: { get },
    stack: { get },
  });
}

function cyclicCause(): unknown {
  const inner = new Error('inner');
  const outer = new Error('outer', { cause: inner });
  inner.cause = outer;
  return outer;
}

function revokedProxy(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

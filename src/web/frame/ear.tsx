/** The mark: an ear that hears two small things. */
export function Ear({ size = 30, className }: { readonly size?: number; readonly className?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 30 30"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
      aria-hidden="true"
      className={className}
    >
      <path d="M9 24c0-3-4-5.500-4-11a9.500 9.500 0 0 1 19 0" />
      <path d="M10.500 13a4.500 4.500 0 1 1 6.800 3.900c-2 1.200-2.300 2.600-2.300 4.600a3.400 3.400 0 0 1-6 2.200" />
      <path d="M24.500 19.500v.01M20.500 24.500v.01" />
    </svg>
  );
}

/// What to look at before trusting the product.
export function Worries({ sentences }: { sentences: string[] }) {
  return sentences.length === 0 ? (
    <p className="quiet">There is nothing that you have to look at.</p>
  ) : (
    <section className="notice ask" aria-labelledby="worries">
      <h2 id="worries">What to look at</h2>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

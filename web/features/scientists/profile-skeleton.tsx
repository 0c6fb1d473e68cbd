/** The shape of a profile while it loads. */
export function ProfileSkeleton() {
  return (
    <div className="profile" aria-busy="true">
      <aside className="profile-summary">
        <div className="summary">
          <span className="skeleton" style={{ height: 32, width: 140 }} />
          <span className="skeleton" style={{ height: 16, width: 180, marginTop: 12 }} />
          <span className="skeleton" style={{ height: 160, marginTop: 24 }} />
        </div>
      </aside>
      <div className="profile-main">
        <section className="profile-section">
          {[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((row) => (
            <span key={row} className="skeleton" style={{ height: 20, margin: "14px 0", width: `${60 + ((row * 17) % 35)}%` }} />
          ))}
        </section>
      </div>
      <aside className="profile-side">
        <section className="profile-section">
          <span className="skeleton" style={{ height: 220 }} />
        </section>
      </aside>
    </div>
  );
}

/** The shape of an institution's page while it loads. */
export function InstitutionSkeleton() {
  return (
    <div className="profile institution" aria-busy="true">
      <div className="profile-main">
        <div className="summary">
          <span className="skeleton" style={{ height: 32, width: 200 }} />
          <span className="skeleton" style={{ height: 300, marginTop: 16 }} />
        </div>
        <section className="profile-section">
          <span className="skeleton" style={{ height: 220 }} />
        </section>
      </div>
      <div className="profile-main">
        {["employed", "alumni"].map((key) => (
          <section className="profile-section" key={key}>
            <span className="skeleton" style={{ height: 300 }} />
          </section>
        ))}
      </div>
    </div>
  );
}

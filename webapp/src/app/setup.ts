import { configure } from "@testing-library/react";

// Machines are slow; what does not come at all is still found.
configure({ asyncUtilTimeout: 30_000 });

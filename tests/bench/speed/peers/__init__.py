"""What each peer makes its site from: settings, theme and pages."""

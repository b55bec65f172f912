"""Tests of the privacy gate. Every identifier here is made up."""

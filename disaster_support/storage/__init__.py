"""The register on disk: encrypted, journalled, backed up. Only here sqlcipher3 and sqlite-utils are imported."""

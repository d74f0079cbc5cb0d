"""What the container image is made of besides our packages."""

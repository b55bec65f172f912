academyFind.take("glkoegiahadl","f-principle",[["ask-first","Ask first",0,"aabaabdacbacbab"]]);

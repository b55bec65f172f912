academyFind.take("lbdiejdgihic","f-stage",[["idea","Idea",0,"b"],["live","Live",0,"a"]]);
